exports.swap = function (a) {
  arguments[0] = 'changed';
  return a;
};
