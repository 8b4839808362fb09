require('./lib/loud');

console.log('main');
