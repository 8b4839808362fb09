const [first] = require('module').builtinModules;

console.log(typeof first);
