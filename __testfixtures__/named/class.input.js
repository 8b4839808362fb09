class Stack {
  constructor() {
    this.items = [];
  }

  push(item) {
    this.items.push(item);
    return this;
  }
}

exports.Stack = Stack;
exports.Queue = class extends Stack {
  shift() {
    return this.items.shift();
  }
};
