module.exports = { first: true };
module.exports = { second: true };
