var os = require('os'), platform = os.platform();
var release = platform.length > 0;

console.log(release);
