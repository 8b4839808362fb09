export let last;
export let sum;

for (last of [1, 2, 3]) {
  sum = (sum || 0) + last;
}
