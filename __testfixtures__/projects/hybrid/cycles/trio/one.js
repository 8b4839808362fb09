exports.tell = () => 'one, ' + two.tell();
const two = require('./two');
