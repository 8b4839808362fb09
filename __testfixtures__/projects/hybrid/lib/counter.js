class Counter {
  constructor() {
    this.value = 0;
    Counter.made++;
  }
  next() {
    return ++this.value;
  }
}
Counter.made = 0;
module.exports = Counter;
