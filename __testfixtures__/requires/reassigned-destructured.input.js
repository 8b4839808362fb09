var { join, sep } = require('path');

join = () => 'replaced';
console.log(join(), sep);
