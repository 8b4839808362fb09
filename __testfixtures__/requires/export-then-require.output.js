export const name = 'set before';
import path from 'path';

export const sep = path.sep;
