// -------- imports --------
import path from 'path';

// -------- private --------
const limit = 3;

// -------- public --------
export { limit };
export const sep = path.sep;

// -------- end --------
