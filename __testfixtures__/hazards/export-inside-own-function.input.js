exports.init = function init() {
  return typeof exports.init + typeof init;
};
exports.init.called = 0;
