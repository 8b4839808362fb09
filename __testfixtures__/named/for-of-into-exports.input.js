for (exports.last of [1, 2, 3]) {
  exports.sum = (exports.sum || 0) + exports.last;
}
