import path_1, { posix } from 'path';

var path = path_1;
var path = posix;

console.log(path.sep);
