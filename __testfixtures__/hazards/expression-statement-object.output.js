({}).toString;
export const a = 1;
