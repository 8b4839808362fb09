const path = require('path');

console.log(typeof require('path'), path === require('path'), !require('util').nothing);
