exports.a = 'x';
exports.b = `1${`2${exports.a}`}3`;
