console.log(exports === module.exports, this === exports);
exports.a = 1;
