exports.use = function () {
  return this;
};
exports.version = 1;
