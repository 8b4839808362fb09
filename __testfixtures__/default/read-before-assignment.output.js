const exports = {};

// Before the assignment the object is the one that Node made.
console.log('object', Object.keys(exports).length);
export default function () {}
