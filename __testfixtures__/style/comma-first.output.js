import path from 'path';
import util from 'util';
var sep = path.sep
  ;

export const all = [ sep
              , util.format('%s', 1)
              ];
