var list = Object.freeze({ first: 1 });
export function drop() {
  return [Reflect.deleteProperty(list, 'second'), Reflect.deleteProperty(list, 'first')];
}
