export const mode = 0o644;
export const nine = 9;
export const eight = 0o10 + 1;
