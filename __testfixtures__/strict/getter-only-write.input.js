var o = {
  get a() {
    return 1;
  },
};
o.a = 2;
exports.a = o.a;
