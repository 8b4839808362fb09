export function make(old) {
  if (old) { function f() {} }
  return 1;
}
