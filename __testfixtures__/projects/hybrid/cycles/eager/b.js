const a = require('./a');
exports.seen = 'a is ' + a.name;
