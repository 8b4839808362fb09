export default Object.assign(
  function base() {
    return 'base';
  },
  { extra: 1 },
);
