import path from 'path';
import util from 'util';
import fn from './lib/fn.js';

const tools = {
  path,
  util,
  fn,
};

console.log(tools.path.sep, typeof tools.util.format, tools.fn(1));
