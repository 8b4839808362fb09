exports.soon = function (callback) {
  process.nextTick(callback);
};
exports.later = function (promise, callback) {
  return promise.then(callback);
};
exports.both = async function (callback) {
  await null;
  process.nextTick(callback);
};
