export { default } from './lib/fn.js';
