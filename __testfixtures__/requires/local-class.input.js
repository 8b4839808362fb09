const Class = require('./lib/Class');

class Sub extends require('./lib/Class') {}

console.log(new Class(1).value, new Sub(2).value, new (require('./lib/Class'))(3).value);
