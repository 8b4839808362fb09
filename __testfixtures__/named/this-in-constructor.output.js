export function Point(x) {
  this.x = x;
}

Point.prototype.move = function (by) {
  this.x += by;
  return this;
};
