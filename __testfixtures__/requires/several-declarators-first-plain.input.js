var self = {},
    path = require('path'),
    last; // stays

last = path.sep;
self.last = last;
console.log(self);
