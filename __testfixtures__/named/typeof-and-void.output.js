export function f() {}
export const kinds = [typeof f, typeof undefined, void f()];
