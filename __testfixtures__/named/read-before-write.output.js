export const early = typeof late;
export function read() {
  return late;
}
export const atLoad = read();
export var late = 'set';
