exports.depth = function (n) {
  return n ? arguments.callee(n - 1) + 1 : 0;
};
