for (exports.i = 0; exports.i < 3; exports.i++);
exports.done = exports.i;
