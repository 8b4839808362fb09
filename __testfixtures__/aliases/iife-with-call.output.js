export let a;

(function () {
  a = 1;
}).call(undefined);
