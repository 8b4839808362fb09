exports.deep = { a: { b: 1 } };
exports.read = () => exports.deep?.a?.['b'] ?? exports?.deep;
exports.call = () => exports.missing?.();
