const config = { name: 'x' };
module.exports = config;
config.self = module.exports.name;
console.log(module.exports === config);
