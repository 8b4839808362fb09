exports.__proto__ = { inherited: 1 };
exports.own = 2;
