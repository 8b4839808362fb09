const made = require('./lib/fn')('called');

console.log(made, require('./lib/fn')('inline'));
