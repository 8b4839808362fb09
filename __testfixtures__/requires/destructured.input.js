const { join, sep: separator, basename = null } = require('path');

console.log(join('a', 'b'), separator, basename('/x/y'));
