import path_1 from 'path';

var path;

path = path_1;
console.log(path.sep);
