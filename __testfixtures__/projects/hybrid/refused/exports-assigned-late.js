exports.current = () => 'first ' + (module.exports === exports);
setTimeout(() => {
  module.exports = { swapped: require('../lib/plain').count() };
}, 1);
