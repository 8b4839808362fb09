exports.level = 1;
exports.level = 2;
exports.level += 3;
