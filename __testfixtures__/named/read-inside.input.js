exports.base = 10;
exports.scaled = exports.base * 2;
exports.scale = function (n) {
  return n * exports.base + module.exports.scaled;
};
