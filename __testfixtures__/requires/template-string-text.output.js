import { sep } from 'path';

// The word require('x') in text is no call.
const text = "require('y')";
const regexp = /require\('z'\)/;

console.log(text, regexp.source, `require('w') ${sep}`);
