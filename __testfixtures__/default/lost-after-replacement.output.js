const exports = {};

export default { kept: 1 };
exports.lost = 2;
console.log(exports.lost);
