exports.present = 1;
exports.has = function (key) {
  return exports.hasOwnProperty(key);
};
