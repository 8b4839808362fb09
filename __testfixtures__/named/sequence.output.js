export let a;
export let b;
export let d;

(a = 1), (b = 2);
export const c = (d = 3, 4);
