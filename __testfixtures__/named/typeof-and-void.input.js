exports.f = function () {};
exports.kinds = [typeof exports.f, typeof exports.g, void exports.f()];
