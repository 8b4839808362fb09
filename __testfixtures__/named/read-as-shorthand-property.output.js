export const host = 'localhost';
export function options() {
  return { host, [host]: host };
}
