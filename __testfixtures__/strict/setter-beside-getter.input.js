class Counter {
  #count = 1;
  get count() {
    return this.#count;
  }
  set count(value) {
    this.#count = value;
  }
}
var counter = new Counter();
counter.count = 2;
exports.count = counter.count;
