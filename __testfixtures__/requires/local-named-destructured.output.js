import * as named from './lib/named.js';

const { one, two, three: { value } } = named;

console.log(one, two(), value);
