module.exports = class Dog {
  static make() {
    return new Dog();
  }
};
