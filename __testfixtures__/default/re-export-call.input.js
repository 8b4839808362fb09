module.exports = require('util').promisify(setTimeout);
