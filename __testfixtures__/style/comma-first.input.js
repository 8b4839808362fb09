var path = require('path')
  , util = require('util')
  , sep = path.sep
  ;

exports.all = [ sep
              , util.format('%s', 1)
              ];
