const item_1 = 1;
export { item_1 as item };
export function make() {
  const Maker = class item {
    static own() {
      return [typeof item, item_1];
    }
  };
  const call = function item() {
    return [typeof item, item_1];
  };
  return [Maker.own(), call()];
}
