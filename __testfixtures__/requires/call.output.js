import { once } from 'events';
import { debuglog } from 'util';

const ee = once.call;
const debug = debuglog('app');

console.log(typeof ee, typeof debug);
