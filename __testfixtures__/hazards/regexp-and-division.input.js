exports.a = 4;
exports.b = exports.a /2/ 1;
exports.c = /exports\.a = 1/.test('exports.a = 1');
