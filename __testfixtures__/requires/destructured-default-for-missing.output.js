import path from 'path';

const { notThere = 'fallback', join } = path;

console.log(notThere, join('a'));
