exports.item = 1;
exports.make = function () {
  const Maker = class item {
    static own() {
      return [typeof item, exports.item];
    }
  };
  const call = function item() {
    return [typeof item, exports.item];
  };
  return [Maker.own(), call()];
};
