import fs from 'fs';
import prefixed from 'node:fs';

console.log(fs === prefixed);
