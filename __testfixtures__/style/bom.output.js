// After the mark.
import path from 'path';

export const sep = path.sep;
