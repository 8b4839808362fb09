if (true) {
  function inBlock() {
    return 'block';
  }
}

exports.value = inBlock();
