exports.count = 0;
exports.increment = function () {
  exports.count++;
  return exports.count;
};
exports.add = function (n) {
  return (exports.count += n);
};
exports.reset = () => (exports.count = 0);
