export let value;

(() => {
  const hidden = 'h';
  value = hidden;
})();
