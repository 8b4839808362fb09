import fn from './lib/fn.js';

console.log(fn(1), fn.extra);
