/*!
 * A library.
 * Copyright its authors. Released under a licence.
 */

/**
 * Module dependencies.
 * @private
 */

import path from 'path';

/**
 * Expose it.
 */

export default base;

function base(name) {
  return path.basename(name || 'x');
}
