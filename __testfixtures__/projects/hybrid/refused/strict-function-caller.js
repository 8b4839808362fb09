function who() {
  return who.caller === ask;
}
function ask() {
  return who();
}
exports.ask = ask;
