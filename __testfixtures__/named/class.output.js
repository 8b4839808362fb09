export class Stack {
  constructor() {
    this.items = [];
  }

  push(item) {
    this.items.push(item);
    return this;
  }
}

export class Queue extends Stack {
  shift() {
    return this.items.shift();
  }
}
