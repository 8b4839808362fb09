exports.id = 0;
exports.next = () => () => () => ++exports.id;
exports.third = exports.next()()();
