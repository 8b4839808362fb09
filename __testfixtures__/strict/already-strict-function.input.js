'use strict';

exports.check = function () {
  return this === undefined;
};
