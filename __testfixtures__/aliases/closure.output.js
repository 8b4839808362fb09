export function set(value) {
  value_1 = value;
  return value_1;
}
let value_1 = null;
export { value_1 as value };
