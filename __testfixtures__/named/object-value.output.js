export const defaults = {
  retries: 3,
  onError: function () {
    return defaults.retries;
  },
};
export const list = [
  1,
  2, // two
];
