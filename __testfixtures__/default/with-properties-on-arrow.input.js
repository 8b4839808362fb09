module.exports = () => 1;
module.exports.version = '1.0.0';
