exports.read = function (a) {
  return (a = 'changed') + arguments[0];
};
