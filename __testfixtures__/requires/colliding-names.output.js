import { join as first } from 'path';
const join = (list) => list.join('+');

console.log(first('a', 'b'), join(['a', 'b']));
