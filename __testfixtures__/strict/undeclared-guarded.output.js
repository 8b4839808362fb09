export const set = typeof maybe === 'undefined' ? (globalThis.maybe = 1) : maybe;
