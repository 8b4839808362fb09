const path = module.require('path');

console.log(path.sep);
