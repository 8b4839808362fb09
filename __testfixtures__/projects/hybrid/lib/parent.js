// `module.parent` of what it requires is this file, or an empty object for an ES module: true both ways.
exports.parent = require('./parent-asked');
