export default globalThis.__never__ || { fallback: true };
