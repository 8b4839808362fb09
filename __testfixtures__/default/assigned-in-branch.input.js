if (process.argv.length > 100) {
  module.exports = { fast: true };
} else {
  module.exports = { slow: true };
}
