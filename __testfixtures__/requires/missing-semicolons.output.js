import path from 'path'
import { join } from 'path'
;[1, 2].forEach((n) => console.log(n))
import { sep } from 'path'
;(function () { console.log(path.sep, join('a'), sep) })()
