import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

globalThis.started = true;
const { one } = require('./lib/named');

console.log(one, started);
