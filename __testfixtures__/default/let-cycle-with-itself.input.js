module.exports = {};
module.exports.self = module.exports;
