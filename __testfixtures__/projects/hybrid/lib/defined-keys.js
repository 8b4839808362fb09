let reads = 0;
Object.defineProperty(exports, 'reads', { enumerable: true, get: () => ++reads });
exports.plain = require('./plain').label;
