export default class Base extends Array {
  constructor(...items) {
    super(...items);
    this.made = new.target === Base;
  }
}
