export default globalThis.shared = function shared() {
  return 'shared';
};
