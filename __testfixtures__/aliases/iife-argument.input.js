(function (out) {
  out.a = 1;
})(exports);
