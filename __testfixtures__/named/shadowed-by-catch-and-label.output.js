const error_1 = 'exported';
export { error_1 as error };
export function attempt() {
  try {
    throw 'caught';
  } catch (error) {
    return [error, error_1];
  }
}
export function loop() {
  loop: for (;;) {
    break loop;
  }
  return error_1;
}
