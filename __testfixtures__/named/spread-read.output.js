export const parts = ['a', 'b'];
export const joined = () => Math.max(...[1, ...parts.map(Number)]) + parts.join('');
