import { EventEmitter } from 'events';
import events from 'events';
const on = events.prototype.on;

console.log(on === EventEmitter.prototype.on);
