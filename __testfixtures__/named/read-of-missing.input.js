exports.present = 1;
exports.test = function () {
  return [exports.absent, typeof exports.absent, exports.present];
};
