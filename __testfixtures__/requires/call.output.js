import { once } from 'events';
import util from 'util';

const ee = once.call;
const debug = util.debuglog('app');

console.log(typeof ee, typeof debug);
