function build() {
  const exports = {};
  exports.inner = 1;
  return exports;
}

exports.outer = build();
