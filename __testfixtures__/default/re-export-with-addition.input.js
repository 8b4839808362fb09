module.exports = require('util');
module.exports.added = 1;
