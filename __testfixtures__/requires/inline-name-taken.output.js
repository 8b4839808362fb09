import { sep } from 'path';

const path = 'a string';

console.log(path, sep);

function inner(path_1) {
  return path_1 + sep;
}

console.log(inner('x'));
