class Counter {
  get count() {
    return 1;
  }
}
var counter = new Counter();
counter.count = 2;

var names = new Set();
names.size = 0;

var pattern = /a/;
pattern.lastIndex = 0;
pattern.source = 'b';
exports.seen = [counter.count, names.size, pattern.source];
