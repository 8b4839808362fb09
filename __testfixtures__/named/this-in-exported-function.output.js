export const items = [];
export function push(item) {
  this.items.push(item);
  return this.items.length;
}
