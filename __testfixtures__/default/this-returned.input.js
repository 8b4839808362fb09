module.exports = {
  self() {
    return this === module.exports;
  },
};
