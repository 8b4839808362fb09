const taken = (exports.taken = ['taken']);
console.log((exports.printed = 'printed'));
exports.same = taken === exports.taken;
