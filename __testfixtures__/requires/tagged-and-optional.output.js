import { format as tag } from 'util';
import util from 'util';

console.log(util?.inspect?.(1), tag`x`.length > 0);
