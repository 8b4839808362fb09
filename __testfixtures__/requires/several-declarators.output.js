import fs from 'fs';
import path from 'path';
const limit = 10;
import { format } from 'util';

console.log(typeof fs.readFileSync, path.sep, limit, format('%d', 1));
