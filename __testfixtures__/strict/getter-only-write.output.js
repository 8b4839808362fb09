var o = {
  get a() {
    return 1;
  },
};
Reflect.set(o, 'a', 2);
export const a = o.a;
