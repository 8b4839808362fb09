function install(mod) {
  mod.exports = { installed: true };
}

install(module);
