var self = {};
import path from 'path';
var last; // stays

last = path.sep;
self.last = last;
console.log(self);
