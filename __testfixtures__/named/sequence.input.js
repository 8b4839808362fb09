(exports.a = 1), (exports.b = 2);
exports.c = (exports.d = 3, 4);
