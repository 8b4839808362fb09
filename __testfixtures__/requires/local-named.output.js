import * as named from './lib/named.js';

console.log(named.one, named.two(), named.three.value);
