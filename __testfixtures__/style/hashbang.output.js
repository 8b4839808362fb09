#!/usr/bin/env node

import path from 'path'

console.log(path.sep)
