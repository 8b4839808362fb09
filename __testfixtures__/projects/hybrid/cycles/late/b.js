function partner() {
  return require('./a');
}
exports.told = 'b knows ' + partner().name();
