import path from 'path';

var { join, sep } = path;

join = () => 'replaced';
console.log(join(), sep);
