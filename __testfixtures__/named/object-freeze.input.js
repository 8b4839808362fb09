exports.a = 1;
Object.freeze(exports);
