exports.pick = function (flag) {
  if (flag) {
    var result = exports.result;
    return result;
  }
  return exports.result;
};
exports.result = 'exported';
