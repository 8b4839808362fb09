const { odd } = require('./odd');
exports.even = (n) => n === 0 || odd(n - 1);
