{
  let exports = { local: true };
  exports.local = false;
}
export const real = 1;
