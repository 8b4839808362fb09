export class Counter {
  constructor() {
    this.n = 0;
    this.up = () => ++this.n;
  }
}
export const count = () => new Counter().up();
