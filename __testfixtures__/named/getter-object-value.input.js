exports.config = {
  get level() {
    return exports.level;
  },
};
exports.level = 5;
