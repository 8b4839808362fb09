var list = Object.freeze({ first: 1 });
export function drop() {
  return [delete list.second, Reflect.deleteProperty(list, 'first')];
}
