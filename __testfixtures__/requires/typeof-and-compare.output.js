import path from 'path';
import util from 'util';

console.log(typeof path, path === path, !util.nothing);
