exports.a = (0, eval)('typeof exports');
