import fs from 'fs';

const path = require('path');

console.log(typeof module, typeof fs.existsSync, path.sep);
