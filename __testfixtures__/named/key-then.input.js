exports.then = 'not a function';
exports.later = 1;
