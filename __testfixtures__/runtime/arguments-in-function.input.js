exports.count = function () {
  return arguments.length;
};
