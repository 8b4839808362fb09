const { notThere = 'fallback', join } = require('path');

console.log(notThere, join('a'));
