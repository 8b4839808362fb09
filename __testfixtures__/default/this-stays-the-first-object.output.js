const self = {};
let exports = self, m1 = exports;

exports = { other: 1 };
self.b = 3;
m1.c = self === m1;
if (process.pid) m1 = { whole: self };
self.d = exports.other;

export default m1;
