const path = require('\x70ath');
const util = require("ut\u0069l");

console.log(path.sep, typeof util.format);
