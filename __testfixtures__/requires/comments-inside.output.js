import path from 'path' /* the name */ /* before */ /* call */ /* argument */ /* after */; // trailing

// about both
import { join, sep } from 'path' // joins
  /* the separator */; /* end */

console.log(path.sep, join('a'), sep);
