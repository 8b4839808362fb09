function fill(exports) {
  exports.a = 1;
  return exports;
}

console.log(fill({}));
