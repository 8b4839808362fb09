import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

console.log('first');
require('./lib/loud');

console.log('last');
