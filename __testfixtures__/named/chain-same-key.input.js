exports.a = exports.a = 7;
exports.f = exports.g = exports.f = function () { return exports.a; };
var own = exports.b = exports.b = own;
let held = {};
exports.held = exports.held = held;
held.x = exports.c = held.y = exports.c = [1];
console.log(exports.a, exports.f(), exports.b, exports.held === held, exports.c === held.x);
