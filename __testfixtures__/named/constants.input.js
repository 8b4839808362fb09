exports.LIMIT = 10;
exports.NAME = 'limit';
exports.NOTHING = undefined;
exports.NEGATIVE_ZERO = -0;
exports.NOT_A_NUMBER = NaN;
exports.BIG = 10n;
exports.PATTERN = /a\/b/gi;
