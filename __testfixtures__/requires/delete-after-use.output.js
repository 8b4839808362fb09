import os from 'os';
var platform = os.platform();
var release = platform.length > 0;

console.log(release);
