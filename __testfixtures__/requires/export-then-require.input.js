exports.name = 'set before';
const path = require('path');

exports.sep = path.sep;
