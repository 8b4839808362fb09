export function soon(callback) {
  process.nextTick(callback);
}
export function later(promise, callback) {
  return promise.then(callback);
}
export async function both(callback) {
  await null;
  process.nextTick(callback);
}
