counter = 1;
exports.counter = function () {
  return ++counter;
};
