export let value = null;
if (value === null) {
  function local() {
    return 'local';
  }
  value = local();
}
