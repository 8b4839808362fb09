export const limit = 10;
export const names = ['a', 'b'];

export const count = names.length;
