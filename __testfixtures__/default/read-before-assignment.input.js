// Before the assignment the object is the one that Node made.
console.log(typeof module.exports, Object.keys(module.exports).length);
module.exports = function () {};
