const other = { exports: { a: 1 }, module: { exports: 2 } };

other.exports.b = 2;
export const a = other.exports.a + other.module.exports;
