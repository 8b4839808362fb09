const frozen = Object.freeze({ a: 1 });
Reflect.set(frozen, 'a', 2);
export const a = frozen.a;
