export const a = 4;
export const b = a /2/ 1;
export const c = /exports\.a = 1/.test('exports.a = 1');
