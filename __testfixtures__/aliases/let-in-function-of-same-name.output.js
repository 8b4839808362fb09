function build() {
  const exports = {};
  exports.inner = 1;
  return exports;
}

export const outer = build();
