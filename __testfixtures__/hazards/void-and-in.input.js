exports.has = 'a' in { a: 1 };
exports.nothing = void exports.has;
