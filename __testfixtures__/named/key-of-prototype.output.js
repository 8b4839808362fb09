export const constructor = 'mine';
export function toString() {
  return 'text';
}
export const hasOwnProperty = 1;
export const valueOf = 2;
