#!/usr/bin/env node
'use strict'

const path = require('path')

console.log(path.sep)
