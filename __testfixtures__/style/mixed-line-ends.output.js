import path from 'path';
export const a = 1;
export const b = path.sep;
