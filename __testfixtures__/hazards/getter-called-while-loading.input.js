const lazy = {
  get value() {
    return exports.later;
  },
};
exports.first = lazy.value;
exports.later = 'now';
exports.second = lazy.value;
