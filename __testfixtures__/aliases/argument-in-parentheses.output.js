export let a;

(function (unused) {
  console.log(unused === 1);
  a = 1;
})(1);
