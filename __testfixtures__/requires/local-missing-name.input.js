const { one, nowhere } = require('./lib/named');

console.log(one, nowhere);
