exports.__proto__ = { inherited: require('../lib/plain').label };
exports.own = exports.inherited;
