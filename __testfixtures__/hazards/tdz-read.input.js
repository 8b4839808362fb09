exports.run = run;
run();

function run() {
  return exports.limit;
}
exports.limit = new Date(0);
