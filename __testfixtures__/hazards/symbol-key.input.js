exports[Symbol.for('marker')] = true;
exports.a = 1;
