function internalAdd(a, b) {
  return a + b;
}

export { internalAdd as add };
