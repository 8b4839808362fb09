(function (root, factory) {
  if (typeof module === 'object' && module.exports) {
    module.exports = factory();
  } else {
    root.lib = factory();
  }
})(this, function () {
  return { a: 1 };
});
