let exports;

// The variable is not the export: this module exports nothing.
exports = function () {
  return 'unreachable';
};
