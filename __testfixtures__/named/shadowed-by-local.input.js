exports.size = 3;
exports.grow = function () {
  const size = exports.size + 1;
  return [size, exports.size];
};
exports.inBlock = function () {
  {
    let size = 'inner';
    return size + exports.size;
  }
};
