exports.tag = (strings, ...values) => strings.raw.join('|') + values.length;
exports.tagged = exports.tag`a${1}b`;
