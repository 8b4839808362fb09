exports.early = typeof exports.late;
exports.read = function () {
  return exports.late;
};
exports.atLoad = exports.read();
exports.late = 'set';
