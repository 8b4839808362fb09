exports.counter = counter = { n: 1 };
