import path from 'path';

const key = 'join';
const { [key]: join } = path;

console.log(join('a', 'b'));
