let depth_1;
export let twice;
export let sum;
export { depth_1 as depth };

!(function (depth) {
  depth_1 = depth;
  twice = depth * 2;
})(4);

(function () {
  sum = depth_1 + twice;
})();
