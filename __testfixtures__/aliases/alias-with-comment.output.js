// Kept: what `api` stands for.
// short for exports

/** Adds. */
export const add = (a, b) => a + b;
