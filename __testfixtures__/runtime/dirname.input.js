const path = require('path');

console.log(path.basename(__dirname), path.basename(__filename));
