exports.a = 1;
exports = { lost: true };
exports = module.exports;
exports.b = 2;
