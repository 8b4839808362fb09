exports.total = 0;
for (const n of [1, 2, 3]) {
  exports.total += n;
}
