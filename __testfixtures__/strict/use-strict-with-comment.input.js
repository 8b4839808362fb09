'use strict'; // old habit
/* between */
exports.a = 1;
