import path from 'path';

console.log(path.basename(import.meta.dirname), path.basename(import.meta.filename));
