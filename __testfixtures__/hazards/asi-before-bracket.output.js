import path from 'path'
;['x', 'y'].forEach((name) => console.log(name + path.sep))
export const a = [1]
export const b = a
;`text`.length
