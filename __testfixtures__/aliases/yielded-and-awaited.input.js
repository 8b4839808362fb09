exports.each = function* () {
  yield exports;
};
