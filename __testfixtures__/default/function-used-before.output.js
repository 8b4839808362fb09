// A function expression is not hoisted, so the name must not become visible before.
var seen = typeof create;
export default (function create() {
  return seen;
});
