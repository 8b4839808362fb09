exports.square = function (n) {
  return n * n;
};
exports.cube = function (n) {
  return exports.square(n) * n;
};
