exports.a = 1; exports.b = 2; exports.c = function () { return exports.a + exports.b; };
