exports.n = 1;
exports.n++;
--exports.n;
const before = exports.n--;
exports.before = before;
exports.negated = -exports.n;
