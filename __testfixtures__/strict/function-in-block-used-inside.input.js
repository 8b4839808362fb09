exports.value = null;
if (exports.value === null) {
  function local() {
    return 'local';
  }
  exports.value = local();
}
