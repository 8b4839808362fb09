export function square(n) {
  return n * n;
}
export function cube(n) {
  return square(n) * n;
}
