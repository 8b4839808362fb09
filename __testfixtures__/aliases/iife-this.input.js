(function () {
  this.a = 1;
}).call(this);
