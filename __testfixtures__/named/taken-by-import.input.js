const path = require('path');

exports.path = '/fixed';
exports.base = function () {
  return path.basename(exports.path);
};
