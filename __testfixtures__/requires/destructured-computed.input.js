const key = 'join';
const { [key]: join } = require('path');

console.log(join('a', 'b'));
