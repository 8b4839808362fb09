exports.path = require('path');
exports.util = require('util');
