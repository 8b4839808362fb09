export const isGlobal = Function('return this')() === globalThis;
