const root = (function () {
  return this;
})();

exports.isGlobal = root === globalThis;
