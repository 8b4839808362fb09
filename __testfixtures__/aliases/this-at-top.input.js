this.a = 1;
this.b = function () {
  return 'b';
};
