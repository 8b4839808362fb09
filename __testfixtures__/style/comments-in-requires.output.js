/* 1 */ import path from 'path' /* 2 */ /* 3 */ /* 4 */ /* 5 */ /* 6 */ /* 7 */; /* 8 */ /* 9 */
import util from 'util' /* 10 */ /* 11 */ ; /* 12 */
import { EOL } from 'os';
// 13
console.log(/* 14 */ path.sep, EOL/* 15 */ /* 16 */.length, typeof util);
