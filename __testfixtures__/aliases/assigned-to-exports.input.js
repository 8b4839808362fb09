var out = (exports = module.exports);

out.a = 1;
exports.b = 2;
module.exports.c = out.a + exports.b;
