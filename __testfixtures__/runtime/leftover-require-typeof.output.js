import fs from 'fs';

import path from 'path';

console.log(typeof module, typeof fs.existsSync, path.sep);
