export const then = 'not a function';
export const later = 1;
