function install() {
  module.exports = { installed: true };
}

install();
