#!/usr/bin/env node
'use strict';

const kinds = require('./lib/kinds');
const cycles = require('./lib/cycles');
const { show } = require('./lib/show');
const Counter = require('./lib/counter');
const settings = require('./data/settings');

for (const name of Object.keys(kinds)) show(name, kinds[name]);
show('parent', require('./lib/parent').parent);
for (const [name, tell] of cycles) console.log(name, tell());

console.log('settings', settings.level, settings.touched);
console.log('counter', Counter.made, new Counter().next(), Counter.made);
console.log('main', require.main === module, typeof __dirname);
for (const name of require('./lib/plugins').names) console.log('plugin', require('./lib/plugins').load(name).run(2));

setTimeout(() => {
  console.log('later', kinds.assignedLate.current(), require('./refused/exports-assigned-late').swapped);
}, 5);
