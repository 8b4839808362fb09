!(function (out, mod, depth) {
  out.depth = depth;
  mod.exports.twice = depth * 2;
})(exports, module, 4);

(function (first, second) {
  first.sum = second.exports.depth + second.exports.twice;
})(exports, module);
