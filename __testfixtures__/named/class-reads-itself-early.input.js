exports.Shape = class Shape {
  static early = typeof exports.Shape;
  static late() {
    return exports.Shape === this;
  }
};
console.log(exports.Shape.early, exports.Shape.late());
