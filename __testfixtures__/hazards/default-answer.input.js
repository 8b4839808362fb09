// esmshift: default
exports.a = 1;
extend(exports);

function extend(target) {
  target.b = 2;
}
