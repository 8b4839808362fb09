import { basename } from 'path';

console.log(basename(import.meta.filename));
