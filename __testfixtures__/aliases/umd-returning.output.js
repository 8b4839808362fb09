let exports = {}, umdReturningInput = exports;

(function (root, factory) {
  if (true) {
    umdReturningInput = factory();
  } else {
    root.lib = factory();
  }
})(exports, function () {
  return { a: 1 };
});
export default umdReturningInput;
