exports.kind = function () {
  return typeof this;
};
exports.kindOf = exports.kind.call('text');
