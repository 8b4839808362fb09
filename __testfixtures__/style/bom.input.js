// After the mark.
const path = require('path');

exports.sep = path.sep;
