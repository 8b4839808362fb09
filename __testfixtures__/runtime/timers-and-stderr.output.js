import { setTimeout as later } from 'timers';

console.error('to stderr');
later(() => console.log('later'), 1);
process.exitCode = 2;
