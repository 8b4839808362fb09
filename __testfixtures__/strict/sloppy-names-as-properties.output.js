export const o = { package: 1, eval: 2, arguments: 3, static: 4 };
export const sum = o.package + o.eval;
