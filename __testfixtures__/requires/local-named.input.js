const named = require('./lib/named');

console.log(named.one, named.two(), named.three.value);
