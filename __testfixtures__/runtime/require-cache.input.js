delete require.cache[__filename];

exports.cached = __filename in require.cache;
