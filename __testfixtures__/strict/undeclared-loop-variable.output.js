export function sum() {
  var total = 0;
  for (globalThis.i = 0; i < 3; i++) total += i;
  return total;
}
