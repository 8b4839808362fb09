console.log(typeof path);
var path = require('path');

console.log(typeof path);
