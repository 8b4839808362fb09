export { default as path } from 'path';
export { join } from 'path';
export { default as fn } from './lib/fn.js';
