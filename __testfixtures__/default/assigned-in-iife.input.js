(function () {
  module.exports = { made: 'inside' };
})();
