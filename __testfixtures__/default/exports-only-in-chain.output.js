let exports;

exports = globalThis.nano = function nano() {
  return 'unreachable';
};
