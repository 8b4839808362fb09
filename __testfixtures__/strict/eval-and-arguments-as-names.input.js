function f(eval) {
  var arguments = 1;
  return [eval, arguments];
}

exports.f = f;
