const path = require('path');
const { one } = require('./lib/named');

module.exports = { path, one, util: require('util') };
