export let a;

(function () {
  a = 1;
})();
