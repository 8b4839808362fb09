exports.ready = false;
exports.setup = function () {
  exports.ready = true;
  exports.added = 'late';
};
