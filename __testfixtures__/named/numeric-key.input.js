exports[0] = 'zero';
exports[1.5] = 'one and a half';
