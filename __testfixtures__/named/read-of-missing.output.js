export const present = 1;
export function test() {
  return [undefined, typeof undefined, present];
}
