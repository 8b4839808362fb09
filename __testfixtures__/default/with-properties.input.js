module.exports = function parse(text) {
  return text.split(parse.separator);
};
module.exports.separator = ',';
module.exports.stringify = function (list) {
  return list.join(module.exports.separator);
};
