const frozen = Object.freeze({ a: 1 });
frozen.a = 2;
exports.a = frozen.a;
