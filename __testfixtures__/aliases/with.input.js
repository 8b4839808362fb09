with (exports) {
  var a = 1;
}
exports.b = 2;
