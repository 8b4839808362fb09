const named = require('./lib/named');

named.one = 'changed';
console.log(named.one);
