export function kind() {
  return typeof Object(this ?? globalThis);
}
export const kindOf = kind.call('text');
