module = { exports: {} };
module.exports.lost = 1;
exports.kept = 2;
