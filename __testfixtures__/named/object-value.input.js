exports.defaults = {
  retries: 3,
  onError: function () {
    return exports.defaults.retries;
  },
};
exports.list = [
  1,
  2, // two
];
