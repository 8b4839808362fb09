// Declared again, `exports` is still the same.
var exports;

export const a = 1;
