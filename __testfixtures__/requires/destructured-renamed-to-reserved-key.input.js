const { default: nothing, join: join$ } = require('path');

console.log(nothing, join$('a'));
