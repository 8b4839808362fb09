function root() {
  return globalThis;
}

export const isGlobal = root() === globalThis;
