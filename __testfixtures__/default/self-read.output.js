const config = { name: 'x' };
export default config;
config.self = config.name;
console.log(config === config);
