const tools = {};

tools.path = require('path');
console.log(tools.path.sep);
