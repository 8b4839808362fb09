var exports = { a: 1 };

exports.b = 2;

export default exports;
