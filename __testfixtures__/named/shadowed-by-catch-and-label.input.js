exports.error = 'exported';
exports.attempt = function () {
  try {
    throw 'caught';
  } catch (error) {
    return [error, exports.error];
  }
};
exports.loop = function () {
  loop: for (;;) {
    break loop;
  }
  return exports.error;
};
