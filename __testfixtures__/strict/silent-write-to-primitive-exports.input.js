exports = module.exports = 'text';
exports.missing = 1;
