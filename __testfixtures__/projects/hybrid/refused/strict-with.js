const plain = require('../lib/plain');
exports.inside = function () {
  with (plain) return label + twice(8);
};
