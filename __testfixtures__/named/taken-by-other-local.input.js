// `parse` is a different thing inside the module.
var parse = 'a local string';
exports.parse = function () {
  return parse;
};
