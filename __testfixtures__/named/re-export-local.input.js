const { inspect, format } = require('util');

exports.inspect = inspect;
exports.print = format;
