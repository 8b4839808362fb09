export function isPlain() {
  return (this ?? globalThis) === undefined;
}
