exports.f = function (a, a) {
  return a;
};
