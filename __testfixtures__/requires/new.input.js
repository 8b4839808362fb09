const emitter = new (require('events'))();
const other = new (require('events').EventEmitter)();

console.log(emitter.constructor === other.constructor);
