module.exports = exports = nano = function dinosaur() {
  return 'roar';
};
