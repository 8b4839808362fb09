// Inside `wrap` the name is taken: the export must be reached by another.
exports.wrap = function (value, text) {
  return exports.text(value) + text;
};
exports.text = function (value) {
  return '[' + value + ']';
};
