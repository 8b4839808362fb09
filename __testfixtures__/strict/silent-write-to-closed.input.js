var closed = Object.preventExtensions({ known: 1 });
closed.known = 2;
closed.unknown = 3;
exports.keys = Object.keys(closed);
