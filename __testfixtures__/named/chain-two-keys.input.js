exports.log = exports.print = function (text) {
  return '> ' + text;
};
