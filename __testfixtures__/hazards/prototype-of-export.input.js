exports.Shape = function () {};
exports.Shape.prototype.area = function () {
  return 0;
};
exports.Shape.unit = 'cm';
