const replaced = { first: true };
export default { second: true };
