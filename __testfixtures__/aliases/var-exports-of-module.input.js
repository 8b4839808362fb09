var exports = module.exports;

exports.a = 1;
exports.b = () => exports.a;
