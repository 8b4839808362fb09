exports.constructor = 'mine';
exports.toString = function () {
  return 'text';
};
exports.hasOwnProperty = 1;
exports.valueOf = 2;
