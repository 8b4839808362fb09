module.exports = require('./lib/named');
