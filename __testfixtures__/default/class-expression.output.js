export default class Dog {
  static make() {
    return new Dog();
  }
}
