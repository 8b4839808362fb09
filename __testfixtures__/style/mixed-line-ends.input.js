const path = require('path');
exports.a = 1;
exports.b = path.sep;
