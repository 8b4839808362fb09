exports = module.exports = class Reader { static size = 1; };
exports.size = 2;
exports.name = 'other';
