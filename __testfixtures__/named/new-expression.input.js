exports.emitter = new (require('events'))();
exports.isEmitter = exports.emitter instanceof require('events');
