import { join } from 'path';
import { format } from 'util';
import { EOL } from 'os';

console.log(join('a', 'b'), format('%s', EOL.length));
