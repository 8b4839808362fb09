exports.a ||= 1;
exports.b = null;
exports.b ??= 2;
exports.b &&= exports.b + 1;
exports.c = exports.c || 'fallback';
