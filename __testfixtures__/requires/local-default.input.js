const fn = require('./lib/fn');

console.log(fn(1), fn.extra);
