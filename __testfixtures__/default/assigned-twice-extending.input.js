module.exports = { a: 1 };
module.exports = Object.assign({}, module.exports, { b: 2 });
