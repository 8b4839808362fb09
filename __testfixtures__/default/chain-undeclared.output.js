export default globalThis.nano = function dinosaur() {
  return 'roar';
};
