#!/usr/bin/env node
import os from 'os';

console.log(typeof os.EOL);
