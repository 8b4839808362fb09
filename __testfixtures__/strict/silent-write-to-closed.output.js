var closed = Object.preventExtensions({ known: 1 });
Reflect.set(closed, 'known', 2);
Reflect.set(closed, 'unknown', 3);
export const keys = Object.keys(closed);
