export const before = 1;
export const value = JSON.parse('{broken');
export const after = 2;
