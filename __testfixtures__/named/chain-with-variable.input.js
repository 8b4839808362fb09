var nano = (exports.nano = function (n) {
  return n * 1e9;
});

exports.micro = function (n) {
  return nano(n) / 1e3;
};
