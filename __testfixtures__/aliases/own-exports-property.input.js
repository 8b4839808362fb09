const other = { exports: { a: 1 }, module: { exports: 2 } };

other.exports.b = 2;
exports.a = other.exports.a + other.module.exports;
