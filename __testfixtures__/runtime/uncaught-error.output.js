export const a = 1;
throw new Error('while loading');
