export const bell = '\x07';
export const escape = "\x1b[0m";
export const zero = '\0';
export const eight = '8';
