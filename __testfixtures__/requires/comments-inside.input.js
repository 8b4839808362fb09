const /* the name */ path /* before */ = /* call */ require(/* argument */ 'path' /* after */); // trailing

// about both
const {
  join, // joins
  /* the separator */ sep,
} = require('path'); /* end */

console.log(path.sep, join('a'), sep);
