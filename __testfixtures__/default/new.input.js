const { EventEmitter } = require('events');

module.exports = new EventEmitter();
module.exports.setMaxListeners(0);
