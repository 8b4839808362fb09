import { join } from 'path';
import { inspect as inspect_1 } from 'util';
const inspect = inspect_1.custom;

console.log(join('a'), typeof inspect);
