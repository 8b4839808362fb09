exports: for (;;) {
  break exports;
}
export default { exports: 1, module: 2, require: 3 };
