exports.unit = 'kg';
exports.weigh = function (n = 1, unit = exports.unit) {
  return n + unit;
};
