exports.a = 1;
exports.b = 2;
exports.list = function () {
  return Object.keys(exports).sort().join();
};
