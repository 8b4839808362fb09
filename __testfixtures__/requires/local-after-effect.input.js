console.log('first');
require('./lib/loud');

console.log('last');
