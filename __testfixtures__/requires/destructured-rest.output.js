import path from 'path';

const { join, ...others } = path;

console.log(join('a', 'b'), typeof others.basename, 'join' in others);
