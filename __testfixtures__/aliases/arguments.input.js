arguments[0].a = 1;
exports.b = arguments.length;
