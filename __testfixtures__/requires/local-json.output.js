import data from './lib/data.json' with { type: 'json' };
const { name } = data;

console.log(data.list, name);
