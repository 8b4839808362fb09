exports.slow = true;
if (process.argv.length > 100) {
  module.exports = { fast: true };
}
