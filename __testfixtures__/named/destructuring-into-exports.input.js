const source = { a: 1, b: [2, 3] };

({ a: exports.a, b: [exports.first, exports.second = 9, exports.third = 4] } = source);
