exports.f = function () {
  'use strict';
  return this;
};
