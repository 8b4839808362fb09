var target;
if (process.argv.length > 100) {
  target = {};
} else {
  target = exports;
}
target.a = 1;
