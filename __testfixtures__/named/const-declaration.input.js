const limit = 10;
const names = ['a', 'b'];

exports.limit = limit;
exports.names = names;
exports.count = names.length;
