exports.twice = (n) => 2 * n;
exports.label = 'plain';
exports.calls = 0;
exports.count = function () {
  exports.calls++;
  return exports.calls;
};
