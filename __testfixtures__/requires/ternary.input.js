const tool = process.platform === 'never' ? require('path').win32 : require('path').posix;

console.log(tool.sep);
