const path = require('path');
const util = require("util");

console.log("it's", path.sep, util.format("%s", "x"));
