// A `const parseInt` of the module would change what the function calls.
exports.parseInt = function (text) {
  return parseInt(text, 10) + isNaN(text);
};
exports.isNaN = (value) => value !== value;
