exports.state = 'loading';
exports.ready = Promise.resolve().then(() => {
  exports.state = 'ready';
  return exports.state;
});
