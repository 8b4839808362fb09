const value = { secret: true };
exports.value = Object.keys(value);
exports.again = () => [exports.value, value];
