import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

const which = 'named';

console.log(require(`./lib/${which}`).one);
