globalThis.started = true;
const { one } = require('./lib/named');

console.log(one, started);
