const { one, two, three: { value } } = require('./lib/named');

console.log(one, two(), value);
