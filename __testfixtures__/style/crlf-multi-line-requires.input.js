var path = require('path'),
    util = require('util'),
    { EOL } = require('os');

module.exports = { path, util, EOL };
