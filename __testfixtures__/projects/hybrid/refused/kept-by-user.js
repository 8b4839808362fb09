#!/usr/bin/env node
// esmshift: keep
const { label, twice } = require('../lib/plain');
exports.kept = label + twice(5);
exports.isMain = require.main === module;
if (exports.isMain) console.log('started', exports.kept);
