function use(path, util) {
  return path.sep + typeof util.inspect;
}

console.log(use(require('path'), require('util')));
