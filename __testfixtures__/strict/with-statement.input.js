var point = { x: 1 };
with (point) {
  x = 2;
}
exports.point = point;
