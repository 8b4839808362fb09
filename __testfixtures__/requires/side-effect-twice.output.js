import './lib/loud.js';
import './lib/loud.js';

console.log('main');
