// The export keeps the value that the variable had.
var current = 1;
const current_1 = current;
export { current_1 as current };
current = 2;
export function now() {
  return current;
}
