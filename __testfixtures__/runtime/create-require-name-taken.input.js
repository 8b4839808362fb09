const createRequire = 'taken';
const url = 'also taken';

function load(name) {
  return require(name);
}

console.log(createRequire, url, load('path').sep);
