const { join, ...others } = require('path');

console.log(join('a', 'b'), typeof others.basename, 'join' in others);
