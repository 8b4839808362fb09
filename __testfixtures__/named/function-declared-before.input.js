function add(a, b) {
  return a + b;
}

exports.add = add;
