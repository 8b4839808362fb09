const path = require('path');

exports.load = () => import('./lib/fn.js').then((fn) => typeof fn.default + path.sep);
