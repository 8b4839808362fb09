export let a;
export let first;
export let second;
export let third;

const source = { a: 1, b: [2, 3] };

({ a, b: [first, second = 9, third = 4] } = source);
