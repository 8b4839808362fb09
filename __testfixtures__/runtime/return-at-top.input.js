if (process.argv.length > 0) {
  exports.done = true;
  return;
}
exports.unreachable = true;
