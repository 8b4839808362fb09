module.exports = Object.freeze({ a: 1 });
