'use strict';

// About path.
var path = require('path');

exports.sep = path.sep; // trailing
exports.join = function (a) {
  return path.join(a || 'x');
};
