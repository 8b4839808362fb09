exports: for (;;) {
  break exports;
}
module.exports = { exports: 1, module: 2, require: 3 };
