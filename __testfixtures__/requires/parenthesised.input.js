const path = (require)('path');
const { join } = (require('path'));
const sep = (require(('path'))).sep;

console.log(path.sep, join('a'), sep);
