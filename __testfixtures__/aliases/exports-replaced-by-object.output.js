let exports;

// From here on `exports` is another object, which nobody exports.
export const a = 1;
exports = { b: 2 };
exports.c = 3;
