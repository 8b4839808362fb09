var reads = 0;
Object.defineProperty(exports, 'reads', {
  enumerable: true,
  get: function () {
    return ++reads;
  },
});
