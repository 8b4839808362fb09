/*!
 * A library.
 * Copyright its authors. Released under a licence.
 */

'use strict';

/**
 * Module dependencies.
 * @private
 */

var path = require('path');

/**
 * Expose it.
 */

module.exports = base;

function base(name) {
  return path.basename(name || 'x');
}
