exports.o = { package: 1, eval: 2, arguments: 3, static: 4 };
exports.sum = exports.o.package + exports.o.eval;
