exports.toString = function () {
  return 'text';
};
exports.print = function () {
  return `${exports}` + exports;
};
