export var nano = function (n) {
  return n * 1e9;
};

export function micro(n) {
  return nano(n) / 1e3;
}
