// The export keeps the value that the variable had.
var current = 1;
exports.current = current;
current = 2;
exports.now = function () {
  return current;
};
