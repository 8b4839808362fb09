var fixed = Object.defineProperty({}, 'size', { value: 1 });
Reflect.set(fixed, 'size', 2);
export const size = fixed.size;
