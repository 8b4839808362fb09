import path from 'node:path';

module.exports = path.sep;
