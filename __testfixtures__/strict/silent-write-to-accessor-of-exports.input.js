Object.defineProperties(exports, { fixed: { enumerable: true, get: () => 1 } });
exports.fixed = 2;
