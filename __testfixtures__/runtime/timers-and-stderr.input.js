const { setTimeout: later } = require('timers');

console.error('to stderr');
later(() => console.log('later'), 1);
process.exitCode = 2;
