exports.here = function () {
  return [__dirname, __filename];
};
