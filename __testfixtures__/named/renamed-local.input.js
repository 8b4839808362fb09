function internalAdd(a, b) {
  return a + b;
}

exports.add = internalAdd;
