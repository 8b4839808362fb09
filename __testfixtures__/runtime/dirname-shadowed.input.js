function inner(__dirname) {
  return __dirname;
}

exports.inner = inner('own');
exports.outer = __dirname;
