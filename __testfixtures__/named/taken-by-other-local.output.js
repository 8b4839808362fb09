// `parse` is a different thing inside the module.
var parse = 'a local string';
const parse_1 = function () {
  return parse;
};
export { parse_1 as parse };
