const load = require;
const path = load('path');

console.log(path.sep);
