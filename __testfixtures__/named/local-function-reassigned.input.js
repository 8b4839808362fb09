function run() {
  return 'original';
}
exports.run = run;
run = function () {
  return 'replaced';
};
exports.direct = function () {
  return run();
};
