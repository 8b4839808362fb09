class Counter {
  get count() {
    return 1;
  }
}
var counter = new Counter();
Reflect.set(counter, 'count', 2);

var names = new Set();
Reflect.set(names, 'size', 0);

var pattern = /a/;
Reflect.set(pattern, 'lastIndex', 0);
Reflect.set(pattern, 'source', 'b');
export const seen = [counter.count, names.size, pattern.source];
