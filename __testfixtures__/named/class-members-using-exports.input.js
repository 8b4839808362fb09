exports.limit = 3;
exports.Bag = class {
  static max = exports.limit;
  size = exports.limit + 1;
  [exports.limit]() {
    return 'computed';
  }
  static {
    this.seen = exports.limit;
  }
};
