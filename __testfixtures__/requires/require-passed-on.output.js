import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

function call(loader) {
  return loader('path').sep;
}

console.log(call(require));
