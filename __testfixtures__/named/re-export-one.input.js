exports.join = require('path').join;
exports.sep = require('path').sep;
