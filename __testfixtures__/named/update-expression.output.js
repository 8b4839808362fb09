export let n = 1;
n++;
--n;
export const before = n--;
export const negated = -n;
