module.exports = exports = shared = function () {
  return 'shared';
};
