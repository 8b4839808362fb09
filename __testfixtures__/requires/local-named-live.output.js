import * as named from './lib/named.js';
const { increment, count } = named;

increment();
console.log(named.count, count);
