exports.a = 1;
throw new Error('while loading');
