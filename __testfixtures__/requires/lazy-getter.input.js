module.exports = {
  get named() {
    return require('./lib/named').one;
  },
};
