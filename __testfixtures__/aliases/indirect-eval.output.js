export const a = (0, eval)('typeof exports');
