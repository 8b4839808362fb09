import { join } from 'path';

function list(join) {
  return ['a', 'b'].map(join).join('-');
}

console.log(join('a', 'b'), list(String));
