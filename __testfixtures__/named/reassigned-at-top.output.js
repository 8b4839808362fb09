export let level = 1;
level = 2;
level += 3;
