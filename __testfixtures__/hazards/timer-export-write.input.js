exports.ticks = 0;
setTimeout(() => exports.ticks++, 1);
