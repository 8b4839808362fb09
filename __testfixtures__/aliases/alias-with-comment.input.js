// Kept: what `api` stands for.
var api = exports; // short for exports

/** Adds. */
api.add = (a, b) => a + b;
