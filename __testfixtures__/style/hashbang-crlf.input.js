#!/usr/bin/env node
const os = require('os');

console.log(typeof os.EOL);
