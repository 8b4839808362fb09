import path from 'path';

const found = globalThis.__never__ || path;

console.log(found.sep);
