console.log(typeof exports, require('util').inspect(exports));
exports.a = 1;
