exports.make = function (old) {
  if (old) function f() {}
  return 1;
};
