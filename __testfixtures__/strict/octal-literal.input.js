exports.mode = 0644;
exports.nine = 09;
exports.eight = 010 + 1;
