export default class {
  #secret = 1;

  reveal() {
    return this.#secret;
  }
}
