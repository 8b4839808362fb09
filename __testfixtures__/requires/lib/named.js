'use strict';

exports.one = 1;
exports.two = function () {
  return 2;
};
exports.three = { value: 3 };
exports.count = 0;
exports.increment = function () {
  return ++exports.count;
};
