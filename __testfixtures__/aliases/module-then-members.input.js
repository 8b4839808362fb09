const me = module;

me.exports.a = 1;
me.exports.b = me.exports.a + 1;
