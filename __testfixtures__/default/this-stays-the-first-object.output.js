const self = {};
let exports = self, thisStaysTheFirstObjectInput = exports;

exports = { other: 1 };
self.b = 3;
thisStaysTheFirstObjectInput.c = self === thisStaysTheFirstObjectInput;
if (process.pid) thisStaysTheFirstObjectInput = { whole: self };
self.d = exports.other;

export default thisStaysTheFirstObjectInput;
