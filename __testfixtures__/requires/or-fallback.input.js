const found = globalThis.__never__ || require('path');

console.log(found.sep);
