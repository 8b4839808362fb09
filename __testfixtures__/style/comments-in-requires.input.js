/* 1 */ var /* 2 */ path /* 3 */ = /* 4 */ require /* 5 */ ( /* 6 */ 'path' /* 7 */ ) /* 8 */ , /* 9 */ util /* 10 */ = require('util') /* 11 */ ; /* 12 */
// 13
console.log(/* 14 */ path.sep, require(/* 15 */ 'os' /* 16 */).EOL.length, typeof util);
