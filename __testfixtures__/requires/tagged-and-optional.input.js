const tag = require('util').format;

console.log(require('util')?.inspect?.(1), tag`x`.length > 0);
