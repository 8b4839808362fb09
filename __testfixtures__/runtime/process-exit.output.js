export const a = 1;
process.exit(3);
