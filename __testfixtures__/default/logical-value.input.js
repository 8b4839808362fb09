module.exports = globalThis.__never__ || { fallback: true };
