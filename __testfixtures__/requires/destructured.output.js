import path from 'path';

const { join, sep: separator, basename = null } = path;

console.log(join('a', 'b'), separator, basename('/x/y'));
