module.exports = (function () {
  return 1;
}).bind(null);
