import path from 'path';

export const load = () => import('./lib/fn.js').then((fn) => typeof fn.default + path.sep);
