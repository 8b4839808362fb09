const root = (function () {
  return globalThis;
})();

export const isGlobal = root === globalThis;
