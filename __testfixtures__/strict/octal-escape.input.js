exports.bell = '\07';
exports.escape = "\033[0m";
exports.zero = '\0';
exports.eight = '\8';
