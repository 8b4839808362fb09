export let i;

for (i = 0; i < 3; i++);
export const done = i;
