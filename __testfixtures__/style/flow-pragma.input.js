/**
 * @flow
 */

const path = require('path');

exports.sep = path.sep;
