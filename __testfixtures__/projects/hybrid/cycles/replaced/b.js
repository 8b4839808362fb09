const a = require('./a');
exports.partner = () => String(a.name);
