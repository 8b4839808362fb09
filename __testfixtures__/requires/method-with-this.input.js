const { EventEmitter } = require('events');
const on = require('events').prototype.on;

console.log(on === EventEmitter.prototype.on);
