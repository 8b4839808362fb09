const b = require('./b');
exports.tell = () => b.seen;
exports.name = 'a';
