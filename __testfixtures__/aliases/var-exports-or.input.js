var exports = exports || {};

exports.a = 1;
