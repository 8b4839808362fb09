  var path = require('path');
  exports.sep = path.sep;
  exports.f = function () {
    return path;
  };
