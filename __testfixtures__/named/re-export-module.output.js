export { default as path } from 'path';
export { default as util } from 'util';
