function root() {
  return this;
}

exports.isGlobal = root() === globalThis;
