exports = nano = function () {
  return 'unreachable';
};
