export const limit = 3;
export class Bag {
  static max = limit;
  size = limit + 1;
  [limit]() {
    return 'computed';
  }
  static {
    this.seen = limit;
  }
}
