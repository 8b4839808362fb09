exports.Counter = class {
  constructor() {
    this.n = 0;
    this.up = () => ++this.n;
  }
};
exports.count = () => new exports.Counter().up();
