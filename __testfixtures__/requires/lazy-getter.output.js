import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

export default {
  get named() {
    return require('./lib/named').one;
  },
};
