var hasModule = typeof module !== 'undefined' && module.exports;

if (typeof module === 'object') console.log('commonjs');
exports.kind = typeof exports;
exports.loader = typeof require;
exports.has = Boolean(hasModule);
