exports.isPlain = function () {
  return this === undefined;
};
