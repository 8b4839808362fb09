// written for browsers, too
export const a = 1;
