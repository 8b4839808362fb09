export const a = 1;
// an old comment
export const b = 2;
