import path from 'node:path';

import util from 'util';

export const text = util.format('%s', path.sep);
