export const base = 10;
export const scaled = base * 2;
export function scale(n) {
  return n * base + scaled;
}
