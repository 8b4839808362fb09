exports.a = 1;
<!-- an old comment
exports.b = 2;
