exports.a = 1;
exports.has = function (key) {
  return key in exports;
};
