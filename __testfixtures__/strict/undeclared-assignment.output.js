globalThis.counter = 1;
const counter_1 = function () {
  return ++counter;
};
export { counter_1 as counter };
