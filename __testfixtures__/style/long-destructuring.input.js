const {
  basename,
  dirname,
  extname: extension,
  join,
} = require('path');

console.log(basename('/a/b.c'), dirname('/a/b.c'), extension('/a/b.c'), join('a'));
