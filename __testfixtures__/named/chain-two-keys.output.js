export function print(text) {
  return '> ' + text;
}
export const log = print;
