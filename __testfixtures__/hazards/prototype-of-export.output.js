export function Shape() {}
Shape.prototype.area = function () {
  return 0;
};
Shape.unit = 'cm';
