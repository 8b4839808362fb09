module.exports = {
  first: function (a) {
    const ten = (a = a + 10);
    return arguments[0] - ten + a;
  },
};
