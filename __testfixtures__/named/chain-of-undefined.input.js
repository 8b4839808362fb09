// What compilers write: every name is announced first.
exports.a = exports.b = exports.c = void 0;
exports.a = 1;
exports.b = [exports.a];
exports.c = function () {
  return exports.b;
};
