import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

function load(name) {
  return require(name);
}

console.log(load('path').sep, load('./lib/named').one);
