undefined = 1;
exports.type = typeof undefined;
