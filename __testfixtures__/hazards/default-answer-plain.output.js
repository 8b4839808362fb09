// esmshift: default
const exports = {};

exports.a = 1;
exports.b = () => exports.a;

export default exports;
