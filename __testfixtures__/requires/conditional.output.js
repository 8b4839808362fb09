import { sep as sep_1 } from 'path';

let sep = 'none';
if (process.argv.length > 0) {
  sep = sep_1;
}
console.log(sep);
