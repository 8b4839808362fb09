import path from 'path';

const {} = path;

console.log('done');
