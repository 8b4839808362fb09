var fixed = Object.defineProperty({}, 'size', { value: 1 });
fixed.size = 2;
exports.size = fixed.size;
