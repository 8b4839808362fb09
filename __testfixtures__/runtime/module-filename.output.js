import path from 'path';

console.log(path.basename(import.meta.filename));
