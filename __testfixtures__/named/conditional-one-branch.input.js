exports.always = 1;
if (process.argv.length > 100) {
  exports.sometimes = 2;
}
