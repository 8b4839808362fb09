const fs = require('fs'),
  path = require('path'),
  limit = 10,
  { format } = require('util');

console.log(typeof fs.readFileSync, path.sep, limit, format('%d', 1));
