const plain = require('../lib/plain');
const stamp = plain.count();
exports.stamp = () => 'stamp ' + stamp;
