import path_1 from 'path';

console.log(typeof path);
var path = path_1;

console.log(typeof path);
