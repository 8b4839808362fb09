const path = require('path')
  .posix

exports.sep = path
  .sep
exports.f = function () {}
exports.g = 1
