const data = require('./lib/data.json');
const { name } = require('./lib/data');

console.log(data.list, name);
