export function pick(flag) {
  if (flag) {
    var result = result_1;
    return result;
  }
  return result_1;
}
const result_1 = 'exported';
export { result_1 as result };
