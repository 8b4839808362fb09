import path from 'path';

const tools = {};

tools.path = path;
console.log(tools.path.sep);
