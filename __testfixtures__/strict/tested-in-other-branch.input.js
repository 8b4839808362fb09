function w() {}
exports.f = function () { return this && this !== global && this instanceof w ? 1 : 2; };
exports.g = function (cooked, raw) { if (Object.defineProperty) { Object.defineProperty(cooked, "raw", { value: raw }); } else { cooked.raw = raw; } return cooked; };
