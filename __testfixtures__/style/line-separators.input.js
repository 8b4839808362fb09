const path = require('path'); exports.sep = path.sep; // one exports.a = ' ';
