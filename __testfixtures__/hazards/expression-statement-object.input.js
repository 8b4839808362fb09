({}).toString;
exports.a = 1;
