const fs = require('fs');
const prefixed = require('node:fs');

console.log(fs === prefixed);
