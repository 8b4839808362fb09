module.exports = {
  first: function (a) {
    a = a + 10;
    return arguments[0];
  },
};
