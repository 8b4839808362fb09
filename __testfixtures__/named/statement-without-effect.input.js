exports;
module.exports;
exports.a = 1;
exports.a;
