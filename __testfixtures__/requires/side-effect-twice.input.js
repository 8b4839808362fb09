require('./lib/loud.js');
require('./lib/loud');

console.log('main');
