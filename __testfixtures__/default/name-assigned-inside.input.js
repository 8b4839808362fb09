// Assignment to the name of a function expression does nothing in sloppy code.
module.exports = function once() {
  once = null;
  return typeof once;
};
