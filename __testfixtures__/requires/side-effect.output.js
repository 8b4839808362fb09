import './lib/loud.js';

console.log('main');
