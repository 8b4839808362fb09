// Declared again, `exports` is still the same.

export const a = 1;
