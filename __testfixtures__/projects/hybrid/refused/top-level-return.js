exports.before = require('../lib/plain').label;
if (exports.before) return;
exports.after = 'never';
