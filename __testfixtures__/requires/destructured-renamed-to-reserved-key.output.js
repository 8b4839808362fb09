import path from 'path';

const { default: nothing, join: join$ } = path;

console.log(nothing, join$('a'));
