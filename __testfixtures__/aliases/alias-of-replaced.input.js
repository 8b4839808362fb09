const lib = (module.exports = function () {});
const same = module.exports;

same.a = 1;
lib.b = same.a;
