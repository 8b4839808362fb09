var Shape_1 = class Shape {
  static early = typeof Shape_1;
  static late() {
    return Shape_1 === this;
  }
};
export { Shape_1 as Shape };
console.log(Shape_1.early, Shape_1.late());
