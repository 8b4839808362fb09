var require = require || (() => 'nothing');
exports.label = require('../lib/plain').label;
