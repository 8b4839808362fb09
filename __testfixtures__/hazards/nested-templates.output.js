export const a = 'x';
export const b = `1${`2${a}`}3`;
