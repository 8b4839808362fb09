const path = require('path');
const { join } = require('path');
const again = require('path');

console.log(path === again, join === path.join);
