const { posix: { join, sep }, win32: { sep: backslash } } = require('path');

console.log(join('a', 'b'), sep, backslash);
