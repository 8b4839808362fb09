import path_1 from 'path';

let path = path_1;

if (path.sep === '/') {
  path = path.posix;
}
console.log(path.sep);
