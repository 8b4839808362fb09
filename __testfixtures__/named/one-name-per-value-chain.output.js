var shared = { shared: true };
export { shared as first, shared as second };
shared.changed = shared === shared;
