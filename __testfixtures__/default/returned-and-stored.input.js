const registry = [];
module.exports = { registry };
registry.push(module.exports);
