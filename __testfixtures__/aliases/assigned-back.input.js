exports.a = 1;
module.exports = exports;
exports.b = 2;
