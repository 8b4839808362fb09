exports.Base = class {};
exports.Derived = class extends exports.Base {};
exports.check = () => new exports.Derived() instanceof exports.Base;
