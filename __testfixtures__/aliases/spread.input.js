exports.a = 1;
exports.copy = () => ({ ...exports });
