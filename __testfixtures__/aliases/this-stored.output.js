export const value = 1;
export function get() {
  return value;
}
