exports.name = () => 'a';
const b = require('./b');
exports.tell = () => b.told;
