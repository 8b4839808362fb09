import * as named from './lib/named.js';

export const one = named.one;
export const two = named.two;
export { three } from './lib/named.js';
