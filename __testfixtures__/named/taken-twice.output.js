var name = 'local';
var name_1 = 'another';
const name_2 = name + name_1;
export { name_2 as name };
export function show() {
  return name_2;
}
