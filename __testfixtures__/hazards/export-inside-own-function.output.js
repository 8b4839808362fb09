export function init() {
  return typeof init + typeof init;
}
init.called = 0;
