exports.$ = 1;
exports._ = 2;
exports.$$ = exports.$ + exports._;
