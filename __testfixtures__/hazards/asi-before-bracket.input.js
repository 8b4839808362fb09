const path = require('path')
;['x', 'y'].forEach((name) => console.log(name + path.sep))
exports.a = [1]
exports.b = exports.a
;`text`.length
