export let handler = function () {
  return 'first';
};
export function swap() {
  handler = function () {
    return 'second';
  };
}
