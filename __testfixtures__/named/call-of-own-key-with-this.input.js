exports.unit = 'px';
exports.format = function (n) {
  return n + this.unit;
};
exports.show = function () {
  return exports.format(1);
};
