let value = { step: 1 };
module.exports = value;
value = { step: 2 };
