import events, { EventEmitter } from 'events';

const emitter = new events();
const other = new EventEmitter();

console.log(emitter.constructor === other.constructor);
