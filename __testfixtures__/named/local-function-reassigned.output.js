function run() {
  return 'original';
}
const run_1 = run;
export { run_1 as run };
run = function () {
  return 'replaced';
};
export function direct() {
  return run();
}
