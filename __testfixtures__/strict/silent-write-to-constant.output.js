Reflect.set(Math, 'PI', 3);
Reflect.set(Number, 'prototype', null);
export const area = Math.PI * 4;
