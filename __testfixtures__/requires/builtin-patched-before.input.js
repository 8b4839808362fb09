const fs = require('fs');
fs.existsSync = () => 'patched';
const { existsSync } = require('fs');

console.log(existsSync('/'));
