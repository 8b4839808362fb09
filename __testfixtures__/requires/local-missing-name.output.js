import * as named from './lib/named.js';

const { one, nowhere } = named;

console.log(one, nowhere);
