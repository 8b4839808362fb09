exports.handler = function () {
  return 'first';
};
exports.swap = function () {
  exports.handler = function () {
    return 'second';
  };
};
