// -------- imports --------
const path = require('path');

// -------- private --------
const limit = 3;

// -------- public --------
exports.limit = limit;
exports.sep = path.sep;

// -------- end --------
