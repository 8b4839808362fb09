let sep = 'none';
if (process.argv.length > 0) {
  sep = require('path').sep;
}
console.log(sep);
