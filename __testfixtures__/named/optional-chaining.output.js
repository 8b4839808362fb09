export const deep = { a: { b: 1 } };
export const read = () => deep?.a?.['b'] ?? deep;
export const call = () => undefined?.();
