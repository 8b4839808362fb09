module.exports = Object.assign(
  function base() {
    return 'base';
  },
  { extra: 1 },
);
