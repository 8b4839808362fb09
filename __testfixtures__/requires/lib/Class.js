module.exports = class Class {
  constructor(value) {
    this.value = value;
  }
};
