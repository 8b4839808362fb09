const path = 'a string';

console.log(path, require('path').sep);

function inner(path_1) {
  return path_1 + require('path').sep;
}

console.log(inner('x'));
