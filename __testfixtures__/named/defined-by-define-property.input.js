Object.defineProperty(exports, 'hidden', { value: 1, enumerable: false });
exports.shown = 2;
