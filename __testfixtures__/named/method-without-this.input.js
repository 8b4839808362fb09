exports.join = require('path').join;
exports.log = console.log;
exports.sum = function (a, b) {
  return this.base + a + b;
}.bind({ base: 1 });
exports.use = function () {
  exports.log(exports.join('a', 'b'), exports.sum(2, 3));
};
