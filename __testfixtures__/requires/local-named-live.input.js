const named = require('./lib/named');
const { increment, count } = require('./lib/named');

increment();
console.log(named.count, count);
