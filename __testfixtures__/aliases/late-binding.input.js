var target;
exports.setup = function () {
  target = exports;
  target.late = 1;
};
