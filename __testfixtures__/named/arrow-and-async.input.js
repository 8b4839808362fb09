exports.double = (n) => n * 2;
exports.later = async function (value) {
  return await value;
};
exports.soon = async (value) => [value];
exports.numbers = function* () {
  yield 1;
  yield 2;
};
