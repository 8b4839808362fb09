const named = require('./lib/named');

console.log(Object.keys(named).join());
