// Stays as well: `module.parent` of what it requires is this file.
exports.parent = require('../refused/module-parent');
