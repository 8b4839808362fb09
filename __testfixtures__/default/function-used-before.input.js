// A function expression is not hoisted, so the name must not become visible before.
var seen = typeof create;
module.exports = function create() {
  return seen;
};
