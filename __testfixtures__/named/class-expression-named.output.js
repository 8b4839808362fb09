export class Node {
  static of(value) {
    return new Node(value);
  }

  constructor(value) {
    this.value = value;
  }
}
