const named = require('./lib/named');

exports.one = named.one;
exports.two = named.two;
exports.three = require('./lib/named').three;
