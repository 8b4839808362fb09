import path from 'path';
import { one } from './lib/named.js';
import util from 'util';

export default { path, one, util };
