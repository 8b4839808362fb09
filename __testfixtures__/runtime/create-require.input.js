const { createRequire } = require('module');
const load = createRequire(__filename);

console.log(load('path').sep);
