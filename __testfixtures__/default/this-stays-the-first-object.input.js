exports = { other: 1 };
this.b = 3;
module.exports.c = this === module.exports;
if (process.pid) module.exports = { whole: this };
this.d = exports.other;
