exports.then = function (settle) {
  settle('done');
};
