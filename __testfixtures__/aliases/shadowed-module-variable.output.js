function wrap() {
  const module = { exports: {} };
  module.exports.inner = true;
  return module.exports;
}

export const outer = wrap();
