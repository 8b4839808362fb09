// esmshift: keep
exports.a = 1;
