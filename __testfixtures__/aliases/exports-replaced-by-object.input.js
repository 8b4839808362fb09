// From here on `exports` is another object, which nobody exports.
exports.a = 1;
exports = { b: 2 };
exports.c = 3;
