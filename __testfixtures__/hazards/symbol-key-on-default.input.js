module.exports = {};
module.exports[Symbol.iterator] = function* () {
  yield 1;
};
