exports.parts = ['a', 'b'];
exports.joined = () => Math.max(...[1, ...exports.parts.map(Number)]) + exports.parts.join('');
