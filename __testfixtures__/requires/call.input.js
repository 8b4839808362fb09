const ee = require('events').once.call;
const debug = require('util').debuglog('app');

console.log(typeof ee, typeof debug);
