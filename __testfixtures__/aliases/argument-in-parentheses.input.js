(function (unused, self) {
  console.log(unused === 1);
  self.a = 1;
})(1, (exports));
