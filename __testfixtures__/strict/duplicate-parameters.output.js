export function f(a_1, a) {
  return a;
}
