exports.a = require('../lib/plain').twice(3);
Object.freeze(exports);
exports.isFrozen = 'never';
