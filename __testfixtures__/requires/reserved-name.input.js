var static = require('path').sep,
  package = require('util');

exports.pair = { static, package };
exports.name = package.format('%s', 'package');
