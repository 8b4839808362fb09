import fs from 'fs';
fs.existsSync = () => 'patched';
const { existsSync } = fs;

console.log(existsSync('/'));
