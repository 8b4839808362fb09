const Promise_1 = 'not the global';
export { Promise_1 as Promise };
const process_1 = 1;
export { process_1 as process };
const undefined_1 = 2;
export { undefined_1 as undefined };
export function check() {
  return typeof Promise.resolve + typeof process.exit + typeof undefined;
}
