module.exports = async function* pages() {
  yield 1;
};
