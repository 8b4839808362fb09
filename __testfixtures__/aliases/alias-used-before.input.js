use();
var api = exports;

function use() {
  console.log(typeof api);
}
api.a = 1;
