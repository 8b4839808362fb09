import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

function broken() {
  try {
    return require();
  } catch (error) {
    return error.code;
  }
}

console.log(broken());
