export function swap(a) {
  arguments[0] = 'changed', arguments.length > 0 && (a = arguments[0]);
  return a;
}
