const counter_1 = globalThis.counter = { n: 1 };
export { counter_1 as counter };
