import path from 'path';
import util from 'util';
import { EOL } from 'os';

console.log(path.join('a', 'b'), util.format('%s', EOL.length));
