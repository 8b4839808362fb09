exports.default = function () {
  return 'default';
};
exports.other = 1;
