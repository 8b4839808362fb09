exports = module.exports = lookup;

exports.table = { a: 1 };

function lookup(key) {
  return exports.table[key];
}
