exports.isGlobal = Function('return this')() === globalThis;
