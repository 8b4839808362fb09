export function check() {
  return this === undefined;
}
