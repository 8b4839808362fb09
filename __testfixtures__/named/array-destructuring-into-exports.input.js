[exports.head, ...exports.tail] = [1, 2, 3];
