exports.path = require('path');
exports.join = require('path').join;
exports.fn = require('./lib/fn');
