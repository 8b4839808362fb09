(() => {
  const hidden = 'h';
  exports.value = hidden;
})();
