import path from 'path';

const { posix: { join, sep }, win32: { sep: backslash } } = path;

console.log(join('a', 'b'), sep, backslash);
