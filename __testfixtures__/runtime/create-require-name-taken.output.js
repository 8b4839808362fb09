import { createRequire as createRequire_1 } from 'node:module';

const require = createRequire_1(import.meta.url);

const createRequire = 'taken';
const url = 'also taken';

function load(name) {
  return require(name);
}

console.log(createRequire, url, load('path').sep);
