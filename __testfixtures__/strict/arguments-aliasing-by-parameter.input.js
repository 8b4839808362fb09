exports.read = function (a) {
  a = 'changed';
  return arguments[0];
};
