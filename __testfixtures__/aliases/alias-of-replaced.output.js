const lib = function () {};
const same = lib;

same.a = 1;
lib.b = same.a;

export default lib;
