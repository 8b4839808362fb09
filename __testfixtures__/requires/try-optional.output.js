import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

let optional;
try {
  optional = require('not-installed-anywhere');
} catch (error) {
  optional = error.code;
}
console.log(optional);
