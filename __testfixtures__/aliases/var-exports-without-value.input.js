// Declared again, `exports` is still the same.
var exports;

exports.a = 1;
