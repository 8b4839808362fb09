<!-- written for browsers, too
exports.a = 1;
