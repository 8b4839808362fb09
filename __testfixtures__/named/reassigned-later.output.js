export let count = 0;
export function increment() {
  count++;
  return count;
}
export function add(n) {
  return (count += n);
}
export const reset = () => (count = 0);
