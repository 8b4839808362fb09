const path = require('path')
const { join } = require('path')
;[1, 2].forEach((n) => console.log(n))
const sep = require('path').sep
;(function () { console.log(path.sep, join('a'), sep) })()
