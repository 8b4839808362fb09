var text = 'abc';
text.length = 1;
exports.length = text.length;
