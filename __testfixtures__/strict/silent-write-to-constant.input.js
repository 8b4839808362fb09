Math.PI = 3;
Number.prototype = null;
exports.area = Math.PI * 4;
