function inner(__dirname) {
  return __dirname;
}

const inner_1 = inner('own');
export { inner_1 as inner };
export const outer = import.meta.dirname;
