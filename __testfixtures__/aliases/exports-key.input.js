exports.exports = 1;
exports.module = 2;
exports.require = 3;
