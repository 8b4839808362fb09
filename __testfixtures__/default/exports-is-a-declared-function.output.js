export default lookup;

lookup.table = { a: 1 };

function lookup(key) {
  return lookup.table[key];
}
