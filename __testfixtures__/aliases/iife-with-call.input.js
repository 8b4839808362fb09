(function () {
  this.a = 1;
}).call(exports);
