module.exports = class {
  #secret = 1;

  reveal() {
    return this.#secret;
  }
};
