export default {
  a: 1,
  get b() {
    return this.a + 1;
  },
  c() {
    return this.b;
  },
  'd-e': [null, undefined, -0],
};
