export let b;

export const a = 1;
(b) = 2;
export const c = (3);
export function d() {
  return 4;
}
