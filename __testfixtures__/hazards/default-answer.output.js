// esmshift: default
const exports = {};

exports.a = 1;
extend(exports);

function extend(target) {
  target.b = 2;
}

export default exports;
