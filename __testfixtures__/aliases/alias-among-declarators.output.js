import fs from 'fs';
var count = 0;

export const exists = fs.existsSync;
export const next = () => ++count;
