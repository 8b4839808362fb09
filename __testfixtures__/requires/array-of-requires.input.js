const [path, { format }] = [require('path'), require('util')];

console.log(path.sep, format('%s', 1));
