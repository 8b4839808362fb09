export let b;

export const a = 1
;(function () {
  b = 2
})()
