exports?.a;
exports.a = module?.exports?.b;
exports.b = 1;
