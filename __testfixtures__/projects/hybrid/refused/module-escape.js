function fill(target, plain) {
  target.exports = { filled: plain.label, run: (a, b) => a + b };
}
fill(module, require('../lib/plain'));
