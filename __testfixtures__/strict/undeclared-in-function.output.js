export function leak() {
  globalThis.leaked = 'yes';
  return leaked;
}
