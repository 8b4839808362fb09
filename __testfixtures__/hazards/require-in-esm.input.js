import path from 'node:path';

const util = require('util');

export const text = util.format('%s', path.sep);
