import { win32, posix } from 'path';

const tool = process.platform === 'never' ? win32 : posix;

console.log(tool.sep);
