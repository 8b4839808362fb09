export const double = (n) => n * 2;
export async function later(value) {
  return await value;
}
export const soon = async (value) => [value];
export function* numbers() {
  yield 1;
  yield 2;
}
