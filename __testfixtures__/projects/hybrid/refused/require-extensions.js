require.extensions['.shout'] = (module, file) => {
  module.exports = require('fs').readFileSync(file, 'utf8').trim().toUpperCase();
};
exports.text = require('../data/text.shout');
