import path from 'path'; export const sep = path.sep; // one export const a = ' ';
