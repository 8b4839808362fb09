export let a;

a ||= 1;
export let b = null;
b ??= 2;
b &&= b + 1;
export var c = c || 'fallback';
