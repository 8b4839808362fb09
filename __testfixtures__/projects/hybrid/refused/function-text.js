function load() {
  return require('../lib/plain').label;
}
exports.text = load.toString().length;
exports.label = load();
