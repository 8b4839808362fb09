import path from 'path';

function load(require) {
  return require('path');
}

console.log(load(() => 'own'), path.sep);
