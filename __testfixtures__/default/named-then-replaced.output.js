const exports = {};

exports.lost = 1;
export default { kept: 2 };
