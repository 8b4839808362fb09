export let head;
export let tail;

[head, ...tail] = [1, 2, 3];
