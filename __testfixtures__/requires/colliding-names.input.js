const first = require('path').join;
const join = (list) => list.join('+');

console.log(first('a', 'b'), join(['a', 'b']));
